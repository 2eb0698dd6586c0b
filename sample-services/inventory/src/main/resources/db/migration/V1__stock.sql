-- SPDX-License-Identifier: Apache-2.0
create table item (
  sku text primary key,
  name text not null,
  -- In minor units of the currency.
  price bigint not null check (price > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- What can still be reserved: a reservation takes it away, a release puts it back.
  available integer not null check (available >= 0)
);

create table reservation (
  id text primary key,
  released boolean not null default false,
  total bigint not null default 0,
  currency text not null default '',
  created_at timestamptz not null default now()
);

create table reservation_line (
  reservation_id text not null references reservation (id),
  sku text not null references item (sku),
  quantity integer not null check (quantity > 0),
  primary key (reservation_id, sku)
);
