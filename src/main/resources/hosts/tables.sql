-- One row: who holds the work of the workspace, and since when.
create table wattpeil_claim (
    is_only boolean primary key default true check (is_only),
    version integer not null,
    workspace_id text not null,
    claim_number bigint not null,
    holder text,
    held_since timestamptz,
    alive_at timestamptz
);

-- What servers remember of the work: written by the holder of the claim alone.
create table wattpeil_memory (
    memory_name text primary key,
    claim_number bigint not null,
    content text not null
);

-- The servers, each with its last sign of life and what it does.
create table wattpeil_server (
    server_id text primary key,
    server_name text not null,
    serving_since timestamptz not null,
    alive_at timestamptz not null,
    content text not null
);
