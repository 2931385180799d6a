//! The JSON Schema of the JSON, and tests that both agree.

/// The JSON Schema (2020-12) of what [`json::write`](crate::json::write) writes.
pub const SCHEMA: &str = include_str!("../schema/document-1.0.schema.json");

#[cfg(test)]
mod tests {
    use phuluc_model::{
        Area, Assumption, CitationClass, Code, Remainder, Role, Severity, YearSource,
    };
    use serde_json::{Value, json};

    use super::*;
    use crate::{json, sample};

    fn schema() -> Value {
        serde_json::from_str(SCHEMA).unwrap()
    }

    fn sample() -> Value {
        let (document, diagnostics) = sample::document();
        let mut bytes = Vec::new();
        json::write(&sample::report(&document, &diagnostics), &mut bytes).unwrap();
        serde_json::from_slice(&bytes).unwrap()
    }

    #[track_caller]
    fn check(value: &Value, valid: bool) {
        let validator = jsonschema::draft202012::new(&schema()).unwrap();
        let errors: Vec<_> = validator.iter_errors(value).map(|e| e.to_string()).collect();
        assert_eq!(errors.is_empty(), valid, "{errors:#?}");
    }

    #[test]
    fn a_choice_of_tasks_is_told() {
        let (document, diagnostics) = sample::document();
        let wanted = document.with_tasks(|_, task| task.not_performed.is_none());
        let only = ["performed".to_owned()];
        let filter = Some(crate::Filtered::new(&only, 2, 3));
        let report = sample::report(&wanted, &diagnostics).with_filter(filter);
        let mut bytes = Vec::new();
        json::write(&report, &mut bytes).unwrap();
        let value: Value = serde_json::from_slice(&bytes).unwrap();
        check(&value, true);
        assert_eq!(value["filter"]["tasks_kept"], 1);
        assert_eq!(value["appendices"].as_array().unwrap().len(), 2, "a heading stays");
        assert_eq!(value["appendices"][0]["sections"], json!([]));
    }

    #[track_caller]
    fn check_without(pointer: &str, replacement: Value) {
        let mut value = sample();
        *value.pointer_mut(pointer).unwrap() = replacement;
        check(&value, false);
    }

    #[test]
    fn is_a_schema_of_its_draft() {
        assert!(jsonschema::meta::is_valid(&schema()));
    }

    #[test]
    fn accepts_what_is_written() {
        check(&sample(), true);
    }

    #[test]
    fn refuses_what_is_never_written() {
        let task = "/appendices/0/sections/0/tasks/0";
        check_without(&format!("{task}/task"), json!(""));
        check_without(&format!("{task}/not_performed"), json!(false));
        check_without(&format!("{task}/not_performed_note"), json!(null));
        check_without(&format!("{task}/place/line"), json!(0));
        check_without(&format!("{task}/id"), json!("1"));
        check_without("/appendices/0/issued_with/date", json!("5/6/2024"));
        check_without("/appendices/0/columns/0/role", json!("ordinal"));
        check_without("/source/sha256", json!("E3B0"));
        check_without("/audit/left_out", json!({ "forgotten": 1 }));
        check_without("/diagnostics/0/code", json!("odd"));
        check_without("/schema_version", json!("2.0"));
        check_without(&format!("{task}/schedule/kind"), json!("soon"));
        check_without(&format!("{task}/schedule/items/0/end"), json!("30/6/2024"));
        check_without(&format!("{task}/lead_units"), json!([""]));
        check_without(&format!("{task}/citations/0/class"), json!("law"));
        check_without("/appendices/0/sections/0/area", json!(1));
    }

    #[test]
    fn refuses_keys_that_are_unknown_or_missing() {
        let mut more = sample();
        more["remark"] = json!(null);
        check(&more, false);
        let mut fewer = sample();
        fewer["appendices"][0].as_object_mut().unwrap().remove("unit");
        check(&fewer, false);
    }

    #[test]
    fn names_what_the_model_names() {
        let names = |pointer: &str| schema().pointer(pointer).unwrap().clone();
        let codes: Vec<_> = Code::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names("/$defs/diagnostic/properties/code/enum"), json!(codes));
        assert_eq!(names("/$defs/role/enum"), json!(Role::ALL.map(Role::name)));
        let severities = [Severity::Error, Severity::Warning, Severity::Info].map(Severity::name);
        assert_eq!(names("/$defs/diagnostic/properties/severity/enum"), json!(severities));
        let assumptions: Vec<_> = Assumption::ALL.iter().map(|assumed| assumed.name()).collect();
        let schedule = "/$defs/schedule/properties";
        assert_eq!(names(&format!("{schedule}/assumptions/items/enum")), json!(assumptions));
        let sources = YearSource::ALL.map(|source| Some(source.name())).into_iter().chain([None]);
        let sources: Vec<_> = sources.collect();
        assert_eq!(names(&format!("{schedule}/year_source/enum")), json!(sources));
        let areas: Vec<_> =
            Area::ALL.map(|area| Some(area.name())).into_iter().chain([None]).collect();
        assert_eq!(names("/$defs/section/properties/area/enum"), json!(areas));
        let classes = CitationClass::ALL.map(CitationClass::name);
        assert_eq!(names("/$defs/citation/properties/class/enum"), json!(classes));
        let reasons = names("/$defs/audit/properties/left_out/properties");
        let mut expected = Remainder::ALL.map(Remainder::name);
        expected.sort_unstable();
        // The map of the schema is sorted after reading.
        let found: Vec<_> = reasons.as_object().unwrap().keys().cloned().collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn describes_every_property_and_closes_every_object() {
        let schema = schema();
        check_object(&schema, "the document");
        for (name, definition) in schema["$defs"].as_object().unwrap() {
            check_object(definition, name);
        }
    }

    fn check_object(definition: &Value, name: &str) {
        let Some(properties) = definition["properties"].as_object() else { return };
        assert_eq!(definition["additionalProperties"], json!(false), "{name}");
        for (key, property) in properties {
            assert!(property["description"].is_string(), "{name}.{key}");
            check_object(property, key);
        }
    }
}
