-- unit: share
-- decimals: 3
-- better: higher
-- grain: organisation
-- numerator-unit: pieces
-- denominator-unit: pieces
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- grade: B
-- practices: printer-hubs
-- frames: ESRS E5-4, SDG 12.5
select
    month,
    scope_kind,
    scope_id,
    met_weight as numerator,
    known_weight as denominator,
    coverage,
    measured_share
from int_purchase_shares
where criterion = 'remanufactured_count'
    and scope_kind = 'organisation'
