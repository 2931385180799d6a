//! What the operating system says about files and processes, in the language of the person.

use std::io::{self, ErrorKind};

use phuluc::messages::{Lang, sentence, words};
use phuluc::model::Arguments;

/// What an error of the system says. In English these are the words of the system itself.
pub(crate) fn said(lang: Lang, error: &io::Error) -> String {
    if lang == Lang::En {
        return error.to_string();
    }
    let sentence_of_kind = if let Some(key) = key(error.kind()) {
        words(lang, key).into_owned()
    } else {
        let reason = Arguments::new().with("reason", error.to_string());
        sentence(lang, "system-other", &reason)
    };
    match error.raw_os_error() {
        Some(number) => {
            let arguments = Arguments::new().with("sentence", sentence_of_kind);
            sentence(lang, "system-number", &arguments.with("number", number.to_string()))
        }
        None => sentence_of_kind + ".",
    }
}

/// The key of the sentence for a kind of error; `None` for kinds that have no sentence of their own.
fn key(kind: ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::NotFound => "system-not_found",
        ErrorKind::PermissionDenied => "system-permission_denied",
        ErrorKind::AlreadyExists => "system-already_exists",
        ErrorKind::IsADirectory => "system-is_a_directory",
        ErrorKind::NotADirectory => "system-not_a_directory",
        ErrorKind::StorageFull => "system-storage_full",
        ErrorKind::ReadOnlyFilesystem => "system-read_only",
        ErrorKind::InvalidFilename => "system-invalid_name",
        ErrorKind::OutOfMemory => "system-out_of_memory",
        // What the standard library finds in a file that should hold text.
        ErrorKind::InvalidData => "system-not_utf8",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_of_an_error_is_said() {
        let missing = io::Error::from_raw_os_error(2);
        assert_eq!(said(Lang::En, &missing), missing.to_string());
        let vietnamese = said(Lang::Vi, &missing);
        assert_eq!(vietnamese, "Không có tệp hoặc thư mục này (mã lỗi hệ thống 2).");
        let kind = io::Error::from(ErrorKind::PermissionDenied);
        assert_eq!(said(Lang::Vi, &kind), "Không có quyền truy cập.");
        let other = io::Error::other("odd");
        assert_eq!(said(Lang::Vi, &other), "Hệ thống báo «odd».");
    }
}
