using System;

namespace Dams.Cli.Commands;

/// <summary>Asks the user before something is done that cannot be undone.</summary>
internal static class ConsoleQuestion
{
    /// <summary>Asks whether files may be replaced in place.</summary>
    /// <param name="hasBackup">Whether the originals are kept.</param>
    /// <exception cref="DamsException">Nobody is there to answer, or the answer is no.</exception>
    public static void ConfirmInPlace(bool hasBackup)
    {
        if (Console.IsInputRedirected)
            throw CommandErrors.InPlaceUnconfirmed();
        Console.Error.Write($"Replace all DICOM files in place? {(hasBackup ? "The backup keeps the originals." : "There is no backup (--backup): the originals are lost.")} [y/N] ");
        if (Console.ReadLine()?.Trim() is not ("y" or "Y" or "yes"))
            throw CommandErrors.InPlaceUnconfirmed();
    }
}
