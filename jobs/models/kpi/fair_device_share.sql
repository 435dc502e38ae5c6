-- unit: share
-- decimals: 3
-- better: higher
-- grain: category, organisation
-- numerator-unit: pieces
-- denominator-unit: pieces
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- grade: P
-- practices: fair-purchase
-- frames: ESRS S2, SDG 8.7, SDG 8.8
select
    month,
    scope_kind,
    scope_id,
    met_weight as numerator,
    known_weight as denominator,
    coverage,
    measured_share
from int_purchase_shares
where criterion = 'fair_count'
