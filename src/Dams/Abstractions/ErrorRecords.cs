using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Errors of the engine as PowerShell has them. None has a target: it would be a path or a patient.</summary>
internal static class ErrorRecords
{
    public static ErrorRecord Of(DamsException error) => new(
        error,
        error.Id,
        error.Scope == ErrorScope.Configuration ? ErrorCategory.InvalidArgument : ErrorCategory.ReadError,
        targetObject: null);

    public static ErrorRecord Of(FileFailure failure) =>
        new(failure.Error, failure.Error.Id, ErrorCategory.ReadError, targetObject: null)
        {
            ErrorDetails = new ErrorDetails(failure.Message),
        };
}
