### Trang và dòng trong các câu khác.

place = trang { $page }, dòng { $line }

pages-run = { $first } đến { $last }
pages-list =
    { $count ->
        [1] trang { $list }
       *[other] các trang { $list }
    }
pages-list_and_more = các trang { $list } và { $more } trang khác
