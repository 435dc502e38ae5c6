-- unit: years
-- decimals: 1
-- better: higher
-- grain: category, organisation
-- numerator-unit: years
-- denominator-unit: devices
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- minimum-coverage: 0.9
-- grade: P
-- practices: longer-lifetime
-- frames: ESRS E5-5, SDG 12.5
-- Theft and loss say nothing of how long devices serve. An inventory that is not complete cannot
-- say when devices began or left, so its completeness bounds the coverage.
with scope_sums as (
    select
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id,
        sum(case when int_exits.quantity is not null then int_exits.quantity else 0 end)
            as exit_count,
        sum(case when int_exits.life_years is not null then int_exits.quantity else 0 end)
            as known_count,
        sum(
            case
                when int_exits.life_years is not null and int_exits.is_first_use_known
                    then int_exits.quantity
                else 0
            end
        ) as first_use_count,
        sum(
            case
                when int_exits.life_years is not null
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
        and int_exits.route not in ('internal_reuse', 'lost')
    group by
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id
)
select
    scope_sums.month,
    scope_sums.scope_kind,
    scope_sums.scope_id,
    cast(scope_sums.life_years as decimal(18, 6)) as numerator,
    cast(scope_sums.known_count as decimal(18, 6)) as denominator,
    least(
        case
            when scope_sums.exit_count = 0 then cast(1 as double)
            else scope_sums.known_count / cast(scope_sums.exit_count as double)
        end,
        coalesce(int_completeness.complete_share, 1)
    ) as coverage,
    case
        when scope_sums.known_count = 0 then cast(1 as double)
        else scope_sums.first_use_count / cast(scope_sums.known_count as double)
    end as measured_share
from scope_sums
left join int_completeness using (month)
