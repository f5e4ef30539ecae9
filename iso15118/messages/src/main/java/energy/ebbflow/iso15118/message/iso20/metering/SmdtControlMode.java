package energy.ebbflow.iso15118.message.iso20.metering;

/** The choice of Dynamic_SMDTControlMode, Scheduled_SMDTControlMode. */
public sealed interface SmdtControlMode permits DynamicSmdtControlMode, ScheduledSmdtControlMode {}
