-- unit: share
-- decimals: 3
-- better: higher
-- grain: organisation
-- numerator-unit: EUR
-- denominator-unit: EUR
-- over-time: last
-- over-scope: none
-- gap: keep
-- grade: P
-- practices: fair-purchase
-- frames: ESRS S2, SDG 8.7, SDG 8.8
select
    month,
    'organisation' as scope_kind,
    'all' as scope_id,
    met_weight as numerator,
    known_weight as denominator,
    coverage,
    cast(1 as double) as measured_share
from int_contract_shares
where criterion = 'human_rights_value'
