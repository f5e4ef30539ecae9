package energy.ebbflow.iso15118.message.iso20.authorization;

/** The choice of EIM_AReqAuthorizationMode, PnC_AReqAuthorizationMode. */
public sealed interface AReqAuthorizationMode
    permits EimAReqAuthorizationMode, PncAReqAuthorizationMode {}
