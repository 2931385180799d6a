### Pages and lines inside other sentences.

place = page { $page }, line { $line }

pages-run = { $first } to { $last }
pages-list =
    { $count ->
        [one] page { $list }
       *[other] pages { $list }
    }
pages-list_and_more = pages { $list } and { $more } more
