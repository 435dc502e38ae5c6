-- unit: kgCO2e
-- decimals: 0
-- better: higher
-- grain: organisation
-- per: none
-- over-time: sum
-- over-scope: none
-- gap: leave_out
-- factors: displacement, device_embodied_avoided
-- scales-with: displacement
-- grade: B
-- practices: refurbished-purchase
-- frames: SDG 12.5
-- Told apart, never taken off what was emitted.
select
    int_avoided_sums.month,
    'organisation' as scope_kind,
    'all' as scope_id,
    decimal_6(int_avoided_sums.avoided_kg * displacements.value) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    case
        when int_avoided_sums.device_count = 0 then cast(1 as double)
        else int_avoided_sums.known_count / cast(int_avoided_sums.device_count as double)
    end as coverage,
    cast(0 as double) as measured_share
from int_avoided_sums
left join int_factors as displacements
    on displacements.purpose = 'displacement'
    and displacements.unit = 'share'
