using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading.Tasks;

namespace Dams.Cleaning.Recognizers;

/// <summary>A program that reads requests from its standard input and writes answers to its standard output, a line each.</summary>
/// <remarks>After a failure the next request starts it anew: what it would still say belongs to another text.</remarks>
internal sealed class ProcessLink(string path, TimeSpan limit) : IRecognizerLink
{
    private readonly object _lock = new();
    private Process? _process;
    private StreamReader? _answers;

    public string Ask(string request)
    {
        lock (_lock)
        {
            try
            {
                var process = _process ??= Start();
                var answer = Task.Run(() => Exchange(process, request));
                if (!answer.Wait(limit))
                    throw RecognizerErrors.RecognizerTimeout((int)limit.TotalSeconds);
                return answer.Result ?? throw RecognizerErrors.RecognizerFailed("it ended");
            }
            catch (Exception e)
            {
                End();
                throw e switch
                {
                    DamsException => e,
                    AggregateException { InnerException: IOException or ObjectDisposedException } => RecognizerErrors.RecognizerFailed("it ended"),
                    Win32Exception => RecognizerErrors.RecognizerFailed("it cannot be started"),
                    _ => RecognizerErrors.RecognizerFailed(e.GetType().Name),
                };
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
            End();
    }

    private Process Start()
    {
        var process = Process.Start(new ProcessStartInfo(path)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        // What it complains about may hold the text: it is read, so that it does not wait, and shown nowhere.
        process.BeginErrorReadLine();
        _answers = new StreamReader(process.StandardOutput.BaseStream, Encoding.UTF8);
        return process;
    }

    private string? Exchange(Process process, string request)
    {
        var line = Encoding.ASCII.GetBytes(request + "\n");
        process.StandardInput.BaseStream.Write(line, 0, line.Length);
        process.StandardInput.BaseStream.Flush();
        return _answers!.ReadLine();
    }

    private void End()
    {
        if (_process is null)
            return;
        try
        {
            if (!_process.HasExited)
                _process.Kill();
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself.
        }
        _process.Dispose();
        _process = null;
    }
}
