-- unit: share
-- decimals: 3
-- better: higher
-- grain: organisation
-- numerator-unit: contracts
-- denominator-unit: contracts
-- over-time: last
-- over-scope: none
-- gap: keep
-- factors: circular_clauses
-- grade: A
-- practices: supplier-requirements
-- frames: EU GPP, SDG 12.7
select
    month,
    'organisation' as scope_kind,
    'all' as scope_id,
    met_weight as numerator,
    known_weight as denominator,
    coverage,
    cast(1 as double) as measured_share
from int_contract_shares
where criterion = 'circular_count'
