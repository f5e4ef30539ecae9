package energy.ebbflow.iso15118.message.iso20.authorization;

/** The choice of EIM_ASResAuthorizationMode, PnC_ASResAuthorizationMode. */
public sealed interface AsResAuthorizationMode
    permits EimAsResAuthorizationMode, PncAsResAuthorizationMode {}
