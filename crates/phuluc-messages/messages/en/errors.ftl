### Why there is no document, or why it was not written. The key is `error-` and the code.

## Reading

error-empty = the input is empty or holds only white space
error-too_many_bytes = the input has { $found } bytes, more than the limit of { $limit } (max_bytes)
error-too_many_lines = the input has more lines than the limit of { $limit } (max_lines)
error-too_many_pages = the input has { $found } pages or more, and the limit is { $limit } (max_pages)
error-too_many_decoded_bytes = the PDF unpacks to { $found } bytes or more, and the limit is { $limit } (max_decoded_bytes); it may be made to fill the memory
error-too_many_searched_bytes = to find the objects of the PDF takes looking through { $found } bytes or more, and the limit is { $limit } (max_searched_bytes); it is damaged, or made to take long
error-too_many_glyphs = the PDF has { $found } letters up to page { $page }, more than the limit of { $limit } (max_glyphs)
error-too_many_cells = the tables have { $found } cells or more up to { $place }, and the limit is { $limit } (max_cells)
error-too_long = reading took { $elapsed } ms, more than the limit of { $limit } ms (max_millis); it had come to { $place }
error-password_needed = the PDF is encrypted and needs a password to be opened; give it
error-password_wrong = the PDF is encrypted and the password given does not open it; give the right one
error-cipher_unknown = the PDF is encrypted with a method that is not supported; save it without encryption
error-damaged = the PDF is damaged: no page of it can be read; fetch or export it again
error-truncated = the PDF is cut off: its end is missing and no page can be read; fetch it again
error-no_pages = the PDF has no pages; export it again
error-scanned = the PDF is a scan: { $pages } { $count ->
        [one] is an image
       *[other] are images
    } without text; run OCR over it first
error-no_text_map = the PDF has no text for { $unmapped } of its { $letters } letters, only their shapes; print it again from its source, or run OCR over it
error-no_text = the PDF has { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    } and no text; export it again from its source
error-engine_failed = the PDF could not be read by { $engine }: { $reason }
error-fault = the reader failed with `{ $reason }`, which is its own fault; please report it with the file
error-no_such_page = page { $page } cannot be drawn: the input is no PDF or has fewer pages
error-binary = the input is neither a PDF nor text: byte { $offset } is { $byte }; export it as PDF, or save it as UTF-8 text
error-not_utf8 = the input is not UTF-8: the first bad byte is at offset { $offset }, line { $line }; convert it to UTF-8 first
error-json_too_many_tasks = the document has { $found } tasks, more than the limit of { $limit } (max_tasks)
error-json_too_deep = the JSON is nested more than { $limit } levels deep
error-json_broken = the JSON is broken at line { $line }, column { $column }: { $reason }; write it again
error-json_schema = the JSON is a `{ $found }`; only `phuluc/document` can be read
error-json_no_schema = the JSON does not say what it is (`schema`); only `phuluc/document` can be read
error-json_version = the JSON is of version { $found } of `phuluc/document`; this program reads 1.0 and all later 1.x
error-json_value = { $whole ->
        [1] the JSON
       *[0] `{ $path }`
    } cannot be read: { $reason }
error-json_no_stage = a `phuluc/document` has no stage `{ $stage }`: it was read before; it has the stages records and meaning

## Writing

error-output = the output did not take the bytes
error-json = the report could not be put into JSON
error-csv = the report could not be put into CSV
error-xlsx = the report could not be put into a workbook
error-too_many_tasks = the document has { $found } tasks, more than the { $limit } that a sheet holds; take another format
