using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Takes a date in any form in which lists may have it, and binds it as YYYYMMDD.</summary>
public sealed class DicomDateTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is null || (value is string text && string.IsNullOrWhiteSpace(text)))
            return null;
        try
        {
            return BirthDate.Read(value);
        }
        catch (DamsException e)
        {
            throw new ArgumentTransformationMetadataException(e.Message, e);
        }
    }
}
