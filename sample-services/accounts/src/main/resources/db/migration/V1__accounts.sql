-- SPDX-License-Identifier: Apache-2.0
create table account (
  id uuid primary key,
  -- In lower case: one address is one account.
  email text not null unique,
  name text not null,
  -- A salted hash with its parameters, never the password.
  password text not null,
  created_at timestamptz not null default now()
);

-- Shared by all replicas, and kept over restarts. Whoever reads this table can sign tokens: it belongs to this service
-- alone, as its whole database does.
create table signing_key (
  id text primary key,
  jwk text not null,
  created_at timestamptz not null
);
