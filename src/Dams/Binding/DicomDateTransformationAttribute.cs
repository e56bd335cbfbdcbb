using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Takes a date in any form in which lists may have it, and binds it as YYYYMMDD; or a script block that makes it.</summary>
public sealed class DicomDateTransformationAttribute : GivenTextTransformationAttribute
{
    internal override string? Read(object? value)
    {
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
