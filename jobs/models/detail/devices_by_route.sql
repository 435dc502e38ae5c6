-- Devices that left in the twelve months up to the end of the month, by their class and the way
-- they went; a way that is not on record is one of its own. What was used again within the
-- organisation is told beside.
-- grain: organisation
-- picture: counts
-- rows: category
-- columns: route
-- figure: exit_route_share
with categories as (
    select
        int_exits.category
    from int_exits
    inner join int_exit_months using (month)
    group by int_exits.category
),
routes as (
    select
        route,
        row_number() over (
            order by
                case when is_reuse then 0 when is_exit and rung is not null then 1 else 2 end,
                case when route = 'unknown' then 1 else 0 end,
                rung,
                route
        ) as route_number
    from int_disposal_routes
),
route_sums as (
    select
        category,
        route,
        sum(quantity) as device_count
    from int_exits
    group by
        category,
        route
)
select
    period.month,
    'organisation' as scope_kind,
    'all' as scope_id,
    categories.category as row_key,
    case when categories.category = 'unknown' then 1 else 0 end as row_order,
    routes.route as column_key,
    routes.route_number as column_order,
    cast(coalesce(route_sums.device_count, 0) as decimal(18, 6)) as value,
    'devices' as unit,
    cast(1 as double) as coverage,
    cast(null as varchar) as reason,
    cast(null as varchar) as mark,
    cast(null as varchar) as note
from categories
cross join routes
cross join period
left join route_sums
    on route_sums.category = categories.category
    and route_sums.route = routes.route
