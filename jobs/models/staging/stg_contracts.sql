-- Snapshots of the registers of contracts. A file that is delivered again for the same day takes
-- the place of the one before: what is no longer in it is gone. Of a contract that stands twice in
-- one snapshot the last row counts.
-- grain: one row per definition, observed_on, contract_id
-- months: -12 to 0
with deliveries as (
    select
        documents.definition,
        documents.batch,
        documents.name,
        contracts.document_id,
        contracts.observed_on,
        row_number() over (
            partition by documents.definition, contracts.observed_on, documents.name
            order by documents.batch desc, contracts.document_id desc
        ) as recency
    from contracts
    inner join documents using (document_id)
    group by
        documents.definition,
        documents.batch,
        documents.name,
        contracts.document_id,
        contracts.observed_on
),
current_contracts as (
    select
        deliveries.definition,
        contracts.observed_on,
        contracts.contract_id,
        contracts.supplier,
        contracts.product_group,
        contracts.is_ict_hardware,
        contracts.starts_on,
        contracts.ends_on,
        contracts.amount_eur,
        contracts.has_human_rights_clause,
        contracts.has_electronics_watch_terms,
        contracts.affiliated_from_on,
        contracts.affiliated_until_on,
        contracts.factories_disclosed_on,
        contracts.factory_tier,
        contracts.findings_due,
        contracts.findings_closed,
        contracts.has_take_back,
        contracts.has_repair,
        contracts.spare_parts_years,
        contracts.has_battery_swap,
        contracts.has_refurbished_option,
        contracts.has_packaging,
        row_number() over (
            partition by deliveries.definition, contracts.observed_on, contracts.contract_id
            order by
                deliveries.batch desc,
                deliveries.name desc,
                contracts.document_id desc,
                contracts.line desc
        ) as recency
    from contracts
    inner join deliveries using (document_id, observed_on)
    where deliveries.recency = 1
)
select
    definition,
    observed_on,
    contract_id,
    supplier,
    product_group,
    is_ict_hardware,
    starts_on,
    ends_on,
    amount_eur,
    has_human_rights_clause,
    has_electronics_watch_terms,
    affiliated_from_on,
    affiliated_until_on,
    factories_disclosed_on,
    factory_tier,
    findings_due,
    findings_closed,
    has_take_back,
    has_repair,
    spare_parts_years,
    has_battery_swap,
    has_refurbished_option,
    has_packaging
from current_contracts
where recency = 1
