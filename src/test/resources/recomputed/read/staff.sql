-- Full-time equivalents and people, by department and of all. Raw: config/.
with told as (
    select
        month,
        department_id,
        cast(fte as decimal(18, 6)) as fte,
        cast(people as bigint) as people
    from read_csv('config/headcount.csv', header = true, comment = '#', all_varchar = true)
)
select month, 'department' as scope_kind, department_id as scope_id, fte, people from told
union all
select month, 'organisation', 'all', sum(fte), sum(people) from told group by month
