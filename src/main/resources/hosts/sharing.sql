-- The claim whose holder offers documents, while it collects.
create table wattpeil_sharing (
    claim_number bigint primary key,
    software text not null
);

-- The documents that it offers: free, taken until a lease ends, or settled. None stays.
create table wattpeil_offer (
    offer_id bigint generated always as identity primary key,
    claim_number bigint not null,
    definition text not null,
    document_id text not null,
    document_name text not null,
    bytes bigint not null,
    sha256 text not null,
    batch bigint not null,
    read_at_ms bigint not null,
    taken_by text,
    lease_until timestamptz,
    outcome text
);
