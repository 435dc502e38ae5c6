-- The lines of documents behind the rows of a staging model: those that count, and those that are
-- superseded by newer documents.
-- grain: one row per document_id, line and row of it
with counted_rows as (
    select distinct {names}
    from {model}
),
told_rows as (
    select
        documents.definition,
        documents.batch,
        documents.name as document_name,
        rows_of_documents.*
    from {dataset} as rows_of_documents
    inner join documents using (document_id)
),
ranked_rows as (
    select
        told_rows.*,
        dense_rank() over (
            partition by {identity}
            order by
                told_rows.batch desc,
                told_rows.document_name desc,
                told_rows.document_id desc
        ) as recency
    from told_rows
    where exists (
        select 1
        from counted_rows
        where {same_identity}
    )
)
select
    told_rows.document_id,
    told_rows.line,
    told_rows.recency > 1 as is_superseded
from ranked_rows as told_rows
left join counted_rows
    on {same_names}
where told_rows.recency > 1
    or counted_rows.{first_name} is not null
