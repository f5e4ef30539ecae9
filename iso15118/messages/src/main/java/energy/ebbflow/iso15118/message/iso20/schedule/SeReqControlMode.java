package energy.ebbflow.iso15118.message.iso20.schedule;

/** The choice of Dynamic_SEReqControlMode, Scheduled_SEReqControlMode. */
public sealed interface SeReqControlMode
    permits DynamicSeReqControlMode, ScheduledSeReqControlMode {}
