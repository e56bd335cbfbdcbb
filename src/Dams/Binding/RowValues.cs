using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>A row of a list as it comes through a pipeline; titles of columns compare as in lists.</summary>
internal sealed class RowValues(PSObject row)
{
    /// <summary>The files and folders that it names; null for one that it leaves open.</summary>
    public IReadOnlyList<string?> Paths
    {
        get
        {
            IReadOnlyList<string?> paths = Texts("literalpath", "patientdirpaths", "fullname", "pspath", "lp", "path");
            return paths.Count > 0 ? paths : [null];
        }
    }

    /// <summary>The text in the first of some columns that there is; null where there is none.</summary>
    public string? Text(params string[] titles) => LanguagePrimitives.ConvertTo<string>(Value(titles));

    /// <summary>The texts in the first of some columns that there is.</summary>
    public IReadOnlyList<string> Texts(params string[] titles) => Value(titles) is { } value
        ? LanguagePrimitives.ConvertTo<string[]>(value).Where(text => !string.IsNullOrWhiteSpace(text)).ToArray()
        : [];

    /// <summary>What is in the first of some columns that there is; null where there is none.</summary>
    public object? Value(params string[] titles) => titles.Select(title => row.Properties
        .FirstOrDefault(property => ColumnTitle.Fold(property.Name) == title))
        .FirstOrDefault(property => property is not null)?.Value;
}
