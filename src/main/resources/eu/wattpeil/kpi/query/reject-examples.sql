-- grain: the first few rejects of each definition and reason
with numbered_rejects as (
    select
        documents.definition,
        documents.name,
        rejects.reason,
        rejects.line,
        rejects.field,
        rejects.expected,
        rejects.found,
        count(*) over (
            partition by documents.definition, rejects.reason
        ) as reject_count,
        row_number() over (
            partition by documents.definition, rejects.reason
            order by documents.batch, documents.document_id, rejects.line, rejects.field
        ) as reject_number,
    from rejects
    inner join documents using (document_id)
)

select
    definition,
    name,
    reason,
    line,
    field,
    expected,
    found,
    reject_count,
from numbered_rejects
where reject_number <= ?
order by definition, reason, reject_number
