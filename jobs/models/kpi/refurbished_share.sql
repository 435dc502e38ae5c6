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
-- practices: refurbished-purchase
-- frames: ESRS E5-4, SDG 12.2, SDG 12.7
select
    month,
    scope_kind,
    scope_id,
    met_weight as numerator,
    known_weight as denominator,
    coverage,
    measured_share
from int_purchase_shares
where criterion = 'refurbished_count'
