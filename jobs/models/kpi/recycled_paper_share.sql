-- unit: share
-- decimals: 3
-- better: higher
-- grain: organisation
-- numerator-unit: kg
-- denominator-unit: kg
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- factors: paper_a4_mass
-- grade: P
-- practices: less-printing
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
where criterion = 'recycled_mass'
    and scope_kind = 'organisation'
