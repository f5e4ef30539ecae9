package energy.ebbflow.iso15118.message.iso20.schedule;

/** The choice of Dynamic_SEResControlMode, Scheduled_SEResControlMode. */
public sealed interface SeResControlMode
    permits DynamicSeResControlMode, ScheduledSeResControlMode {}
