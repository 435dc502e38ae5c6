-- Servers in use at the end of the month; all of them stand in the server room.
with counts as (
    select month, count(*) as servers
    from devices
    where category = 'server'
        and status = 'In gebruik'
    group by month
)
select
    counts.month,
    scopes.scope_kind,
    scopes.scope_id,
    counts.servers as numerator,
    null as denominator,
    counts.servers as value
from counts
cross join scopes
