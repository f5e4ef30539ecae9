package energy.ebbflow.iso15118.message.iso20.power;

/** The choice of Dynamic_EVPPTControlMode, Scheduled_EVPPTControlMode. */
public sealed interface EvpptControlMode
    permits DynamicEvpptControlMode, ScheduledEvpptControlMode {}
