using System;

namespace Dams.Cli.Commands;

/// <summary>Asks the user before something is done that cannot be undone.</summary>
internal static class ConsoleQuestion
{
    /// <summary>Asks whether files may be replaced in place.</summary>
    /// <exception cref="DamsException">Nobody is there to answer, or the answer is no.</exception>
    public static void ConfirmInPlace()
    {
        if (Console.IsInputRedirected)
            throw CommandErrors.InPlaceUnconfirmed();
        Console.Error.Write("Replace all DICOM files in place? [y/N] ");
        if (Console.ReadLine()?.Trim() is not ("y" or "Y" or "yes"))
            throw CommandErrors.InPlaceUnconfirmed();
    }
}
