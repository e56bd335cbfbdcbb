using System;
using System.Collections.Generic;
using System.Text;
using Dams.Tests.Fuzzing.Mutants;

namespace Dams.Tests.Fuzzing.Targets;

/// <summary>Recipes: JSON that people write by hand.</summary>
internal sealed class RecipeTarget() : TextTarget("recipe", "recipe.json")
{
    private const string Whole = """
        {
          // What our site does.
          "profile": "Research",
          "options": ["CleanPixelData", "RetainUIDs"],
          "rules": [
            { "keyword": "PatientSex", "action": "keep" },
            { "tag": "(0010,21xx)", "action": "remove" },
            { "tag": "0008,1030", "action": "replace", "value": "CT \u0041bdomen" },
            { "privateCreator": "NOBODY 1.0", "element": "10", "action": "hash" },
            { "vr": "DA", "action": "shift" }
          ],
          "pixels": [
            { "modality": "US", "manufacturer": "Imag*", "rows": 480, "outsideUltrasoundRegions": true },
            { "sopClass": "1.2.*", "rectangles": [[0, 0, "12.5%", 20], ["10%", 0, 1, 1]] }
          ],
          "xml": [ { "path": "//PatientData/@seriesPath", "action": "remove" }, { "path": "/Eagles[@time]/@time", "action": "replace", "value": "x" } ]
        }
        """;

    private static readonly BytesMutator Mutator = new(
        "{", "}", "[", "]", ",", ":", "\"", "{\"a\":", "[[", "null", "true", "-", "\\u12", "\\uD800", "//", "\"rules\":[", "\"tag\":\"", "\"keyword\":", "\"rectangles\":[[", "\"rows\":", "65536", "0.1%", "\"vr\":\"", "\"action\":\"keep\"",
        "\"profile\":\"Encode\"", "\"value\":", "xxxx,xxxx", "(0010,0010)", "\"xml\":[{\"path\":\"//*[", "1e400", "0008,1030", "\"pixels\":[", "//a[b[c", "count(");

    public override byte[] Make(Random random, int number) => Mutator.Mutate(Encoding.UTF8.GetBytes(Whole), random);

    protected override string? Read(string path)
    {
        ProfileBuilder.Build(new ProfileRequest(path, [], [], [], new Dictionary<string, string>()));
        return null;
    }
}
