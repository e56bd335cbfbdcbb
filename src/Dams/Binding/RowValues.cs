using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>A row of a list as it comes through a pipeline: an object or a hashtable; titles of columns compare as in lists.</summary>
internal sealed class RowValues(PSObject row)
{
    /// <summary>The titles of its columns and what it has in them.</summary>
    public IReadOnlyList<(string Title, object? Value)> Cells { get; } =
        row.BaseObject is IDictionary table
            ? [.. table.Keys.Cast<object>().Select(key => ($"{key}", Unwrap(table[key])))]
            : [.. row.Properties.Where(property => property.IsGettable).Select(property => (property.Name, Unwrap(property.Value)))];

    /// <summary>The text in the first of some columns that there is; null where there is none.</summary>
    public string? Text(params string[] titles) => LanguagePrimitives.ConvertTo<string>(Value(titles));

    /// <summary>The texts in the first of some columns that there is.</summary>
    public IReadOnlyList<string> Texts(params string[] titles) => Value(titles) is { } value
        ? LanguagePrimitives.ConvertTo<string[]>(value).Where(text => !string.IsNullOrWhiteSpace(text)).ToArray()
        : [];

    /// <summary>What it has in the column of exactly this title; null where there is none.</summary>
    public object? Value(string title) => Cells.FirstOrDefault(cell => cell.Title == title).Value;

    /// <summary>What it has in the first of some columns that there is; null where there is none.</summary>
    public object? Value(string[] titles) => titles
        .SelectMany(title => Cells.Where(cell => ColumnTitles.Fold(cell.Title) == title)).Select(cell => cell.Value).FirstOrDefault();

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
