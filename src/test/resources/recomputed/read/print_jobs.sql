-- Each print job: its printed sides and its sheets. A line that is cut, or names a day that no
-- calendar has, tells of no job. Raw: the logs of the print server.
with lines as (
    select
        regexp_extract(
            text,
            '^(\S+) \S+ (\d+) \[([^\]]+)\] (\S+) (\d+) (\S+) \S+ .* (\S*) (\S+)$',
            ['printer', 'number', 'at', 'page', 'copies', 'code', 'paper', 'sides']
        ) as told
    from read_csv(
        'sample-data/print/*.gz',
        header = false, columns = {'text': 'varchar'}, delim = '\x01', quote = '', escape = ''
    )
),
jobs as (
    -- Numbers begin anew with each print server, so a job is of one day. Where each page has a line
    -- of its own, the second page of a pair needs no sheet.
    select
        told.printer,
        told.number,
        told.code,
        told.paper = 'A3' as is_a3,
        told.sides <> 'one-sided' as is_two_sided,
        min(try_strptime(told.at, '%d/%b/%Y:%H:%M:%S %z')) as printed_at,
        max(case when told.page = 'total' then cast(told.copies as bigint) end) as sides,
        sum(case when told.page <> 'total' then cast(told.copies as bigint) end) as paged_sides,
        sum(case when try_cast(told.page as bigint) % 2 = 1 then cast(told.copies as bigint) end)
            as odd_pages,
        max(case when told.page <> 'total' then cast(told.copies as bigint) end) as copies
    from lines
    where try_strptime(told.at, '%d/%b/%Y:%H:%M:%S %z') is not null
    group by
        told.printer,
        told.number,
        substr(told.at, 1, 11),
        told.code,
        told.paper,
        told.sides
)
select
    months.month,
    case jobs.code
        when 'AFD-BUR' then 'burgerzaken'
        when 'AFD-FIN' then 'financien'
        when 'AFD-ICT' then 'ict'
        when 'AFD-PER' then 'personeel'
        when 'AFD-RUI' then 'ruimte'
        when 'AFD-WEL' then 'welzijn'
        when 'AFD-BIB' then 'bibliotheek'
        when 'AFD-ARC' then 'archief'
    end as department,
    coalesce(jobs.paged_sides, jobs.sides) as impressions,
    case
        when not jobs.is_two_sided then coalesce(jobs.paged_sides, jobs.sides)
        else coalesce(jobs.odd_pages, (jobs.sides + 1) // 2)
    end as sheets,
    case when jobs.is_a3 then 2 else 1 end as a4_per_sheet,
    coalesce(jobs.paged_sides, jobs.sides) > coalesce(jobs.copies, 1) as is_of_several_pages
from jobs
inner join months
    on epoch(jobs.printed_at) >= months.from_s
    and epoch(jobs.printed_at) < months.until_s
