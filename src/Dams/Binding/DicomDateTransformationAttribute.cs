using System;
using System.Management.Automation;
using Dams.Dicom;

namespace Dams.Commands;

/// <summary>Takes a date as a date or as text, YYYYMMDD or YYYY-MM-DD, and binds it as YYYYMMDD.</summary>
public sealed class DicomDateTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is DateTime date)
            return DicomDate.Format(date);
        var text = LanguagePrimitives.ConvertTo<string>(value)?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        return DicomDate.TryParse(text!.Replace("-", ""), out var parsed)
            ? DicomDate.Format(parsed)
            : throw new ArgumentTransformationMetadataException("A date is written as YYYYMMDD or YYYY-MM-DD.");
    }
}
