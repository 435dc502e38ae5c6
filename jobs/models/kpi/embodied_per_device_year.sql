-- unit: kgCO2e/device-year
-- decimals: 1
-- better: lower
-- grain: category, organisation
-- numerator-unit: kgCO2e
-- denominator-unit: device-years
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- minimum-coverage: 0.9
-- factors: device_embodied_exits
-- grade: P
-- practices: longer-lifetime
-- frames: ESRS E5-5, SDG 12.2
-- What was lost served too, and its carbon was spent. The completeness of the inventory bounds the
-- coverage, as in the KPI of lifetimes.
with scope_sums as (
    select
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id,
        sum(case when int_exits.quantity is not null then int_exits.quantity else 0 end)
            as exit_count,
        sum(
            case
                when int_exits.life_years is not null and int_exits.embodied_kg is not null
                    then int_exits.quantity
                else 0
            end
        ) as known_count,
        sum(
            case
                when int_exits.life_years is not null and int_exits.embodied_kg is not null
                    then int_exits.embodied_kg * int_exits.quantity
                else 0
            end
        ) as embodied_kg,
        sum(
            case
                when int_exits.life_years is not null and int_exits.embodied_kg is not null
                    then int_exits.life_years * int_exits.quantity
                else 0
            end
        ) as life_years
    from int_device_scopes
    inner join int_exit_months using (month)
    left join int_exits
        on int_exits.is_in_month
        and (
            int_device_scopes.scope_kind = 'organisation'
            or int_exits.category = int_device_scopes.scope_id
        )
        and int_exits.route <> 'internal_reuse'
    group by
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id
)
select
    scope_sums.month,
    scope_sums.scope_kind,
    scope_sums.scope_id,
    cast(scope_sums.embodied_kg as decimal(18, 6)) as numerator,
    cast(scope_sums.life_years as decimal(18, 6)) as denominator,
    least(
        case
            when scope_sums.exit_count = 0 then cast(1 as double)
            else scope_sums.known_count / cast(scope_sums.exit_count as double)
        end,
        coalesce(int_completeness.complete_share, 1)
    ) as coverage,
    cast(0 as double) as measured_share
from scope_sums
left join int_completeness using (month)
