-- unit: share
-- decimals: 3
-- better: higher
-- grain: category, organisation
-- numerator-unit: kg
-- denominator-unit: kg
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- factors: device_mass_bought
-- grade: A
-- frames: ESRS E5-4, SDG 12.5
-- The base is the whole mass of what was bought, not that of its plastics. What is not said to be
-- secondary is not known; it weighs as its mass, and a line without any mass as the mean of the
-- others.
with lines as (
    select
        category,
        mass_kg,
        secondary_kg,
        is_mass_recorded,
        secondary_kg is not null and mass_kg is not null as is_known
    from int_bought_devices
),
scope_sums as (
    select
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id,
        count(lines.category) as line_count,
        count(lines.mass_kg) as weighed_count,
        cast(
            sum(exact(case when lines.mass_kg is not null then lines.mass_kg else 0 end)) as double
        ) as mass_kg,
        cast(
            sum(exact(case when lines.is_known then lines.mass_kg else 0 end)) as double
        ) as known_kg,
        cast(
            sum(
                exact(
                    case
                        when lines.is_known and lines.is_mass_recorded then lines.mass_kg
                        else 0
                    end
                )
            ) as double
        )
            as recorded_kg,
        cast(
            sum(exact(case when lines.is_known then lines.secondary_kg else 0 end)) as double
        ) as secondary_kg
    from int_device_scopes
    inner join int_registers
        on int_registers.month = int_device_scopes.month
        and int_registers.dataset = 'purchases'
    left join lines
        on int_device_scopes.scope_kind = 'organisation'
        or lines.category = int_device_scopes.scope_id
    group by
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id
)
select
    month,
    scope_kind,
    scope_id,
    decimal_6(secondary_kg) as numerator,
    decimal_6(known_kg) as denominator,
    case
        when line_count = 0 then cast(1 as double)
        when mass_kg = 0 then cast(0 as double)
        else known_kg / mass_kg * weighed_count / line_count
    end as coverage,
    case
        when known_kg = 0 then cast(1 as double)
        else recorded_kg / known_kg
    end as measured_share
from scope_sums
