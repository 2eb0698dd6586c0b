-- SPDX-License-Identifier: Apache-2.0
create table customer_order (
  id uuid primary key,
  customer text not null,
  idempotency_key text not null,
  -- What was ordered, as JSON, as it came: written once, read whole.
  request jsonb not null,
  state text not null check (state in ('PENDING', 'PLACED', 'REJECTED')),
  -- Why it was rejected.
  reason text not null default 'NONE',
  -- The price of all lines, in minor units of the currency; 0 until the goods are reserved.
  total bigint not null default 0,
  currency text not null default '',
  payment text not null default '',
  -- Whether the customer was told how it ended.
  told boolean not null default false,
  created_at timestamptz not null default now(),
  -- When somebody last worked at it, so that two do not take it up at once.
  tried_at timestamptz not null default now(),
  unique (customer, idempotency_key)
);

-- What is to be taken up again: a few rows of many.
create index unfinished_order on customer_order (tried_at) where state = 'PENDING' or not told;
