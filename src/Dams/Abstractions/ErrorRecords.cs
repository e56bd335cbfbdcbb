using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Makes error records of errors of the engine. None has a target object: that would be a path or a patient.</summary>
internal static class ErrorRecords
{
    public static ErrorRecord Create(DamsException error) => new(
        error,
        error.Id,
        error.Scope == ErrorScope.Configuration ? ErrorCategory.InvalidArgument : ErrorCategory.ReadError,
        targetObject: null);

    public static ErrorRecord Create(FileFailure failure) =>
        new(failure.Error, failure.Error.Id, ErrorCategory.ReadError, targetObject: null)
        {
            ErrorDetails = new ErrorDetails(failure.Message),
        };
}
