using System;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Takes a date as a date or as text, YYYYMMDD or YYYY-MM-DD, and binds it as YYYYMMDD.</summary>
public sealed class DicomDateTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) => TryConvert(inputData, out var date)
        ? date
        : throw new ArgumentTransformationMetadataException("A date is written as YYYYMMDD or YYYY-MM-DD.");

    /// <summary>Reads a date; null where there is nothing.</summary>
    internal static bool TryConvert(object? given, out string? date)
    {
        var value = given is PSObject wrapped ? wrapped.BaseObject : given;
        var text = value is DateTime day ? DicomDate.Format(day) : LanguagePrimitives.ConvertTo<string>(value)?.Trim();
        date = null;
        if (string.IsNullOrEmpty(text))
            return true;
        if (!DicomDate.TryParse(text!.Replace("-", ""), out var parsed))
            return false;
        date = DicomDate.Format(parsed);
        return true;
    }
}
