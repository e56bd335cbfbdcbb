using System;
using System.Management.Automation;
using System.Threading;

namespace Dams.Commands;

/// <summary>What all cmdlets share: stopping at once, and errors without a value of a patient.</summary>
public abstract class DamsCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private PipelineListener? _listener;
    private PathResolver? _paths;

    /// <summary>Receives the events of the engine and writes them to the streams of the pipeline.</summary>
    protected virtual IRunListener Listener => OwnListener;

    /// <summary>Number of failures so far that did not end the pipeline.</summary>
    protected int FailedCount => OwnListener.FailedCount;

    /// <summary>Whether -WhatIf holds, so that nothing may be written.</summary>
    protected bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? ((SwitchParameter)given).IsPresent
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    /// <summary>Makes paths of the file system of what users write.</summary>
    internal PathResolver Paths => _paths ??= new PathResolver(SessionState.Path, () => Listener);

    /// <summary>Signals that the user stopped the pipeline.</summary>
    protected CancellationToken StopToken => _stop.Token;

    /// <summary>What the engine works with.</summary>
    protected virtual RunContext Context => new(Listener, StopToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected sealed override void BeginProcessing() => RunStep(Begin);

    protected sealed override void ProcessRecord() => RunStep(Process);

    protected sealed override void EndProcessing() => RunStep(() =>
    {
        End();
        OwnListener.EndProgress();
    });

    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Runs before the first object comes.</summary>
    protected virtual void Begin()
    {
    }

    /// <summary>Runs for each object that comes.</summary>
    protected virtual void Process()
    {
    }

    /// <summary>Runs after the last object came.</summary>
    protected virtual void End()
    {
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _stop.Dispose();
    }

    private PipelineListener OwnListener => _listener ??= new PipelineListener(this);

    private void RunStep(Action step)
    {
        try
        {
            step();
        }
        catch (DamsException e)
        {
            ThrowTerminatingError(ErrorRecords.Create(e));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (Exception e) when (e.GetType().Assembly != typeof(PSCmdlet).Assembly)
        {
            // Its message may hold a patient's value. Exceptions of PowerShell itself control the pipeline and pass.
            ThrowTerminatingError(ErrorRecords.Create(CoreErrors.Unforeseen(e)));
        }
    }
}
