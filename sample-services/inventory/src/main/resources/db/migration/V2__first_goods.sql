-- SPDX-License-Identifier: Apache-2.0
insert into item (sku, name, price, currency, available) values
  ('hammock', 'Hammock for two', 8900, 'EUR', 100),
  ('lantern', 'Storm lantern', 3450, 'EUR', 250),
  ('snorkel', 'Mask and snorkel', 2999, 'EUR', 500);
