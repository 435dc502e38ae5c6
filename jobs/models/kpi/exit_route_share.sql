-- unit: share
-- decimals: 3
-- better: higher
-- grain: route, organisation
-- numerator-unit: devices
-- denominator-unit: devices
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- grade: P
-- practices: internal-reuse-first
-- frames: ESRS E5-5, SDG 12.5
-- A device whose route is not on record may have any: it has a bucket of its own, and lowers the
-- coverage of the organisation's share, which is that of devices that are used on.
with route_sums as (
    select
        int_exit_months.month,
        int_disposal_routes.route,
        int_disposal_routes.is_reuse,
        sum(
            case when int_exits.route = int_disposal_routes.route then int_exits.quantity else 0 end
        ) as route_count,
        sum(case when int_exits.quantity is not null then int_exits.quantity else 0 end)
            as exit_count
    from int_exit_months
    cross join int_disposal_routes
    left join int_exits
        on int_exits.is_in_month
    group by
        int_exit_months.month,
        int_disposal_routes.route,
        int_disposal_routes.is_reuse
)
select
    month,
    'route' as scope_kind,
    route as scope_id,
    cast(route_count as decimal(18, 6)) as numerator,
    cast(exit_count as decimal(18, 6)) as denominator,
    cast(1 as double) as coverage,
    cast(1 as double) as measured_share
from route_sums
union all
select
    month,
    'organisation' as scope_kind,
    'all' as scope_id,
    cast(sum(case when is_reuse then route_count else 0 end) as decimal(18, 6)) as numerator,
    cast(max(exit_count) as decimal(18, 6)) as denominator,
    case
        when max(exit_count) = 0 then cast(1 as double)
        else sum(case when is_reuse is not null then route_count else 0 end)
            / cast(max(exit_count) as double)
    end as coverage,
    cast(1 as double) as measured_share
from route_sums
group by month
