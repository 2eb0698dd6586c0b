// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.status;

/** Every reason that a condition or an event of Atoll can carry; the constant's name is the reason's text. */
public enum Reason {
    // Accepted
    Accepted,
    Invalid,
    Conflict,
    FeatureNotSupported,
    EngineNotSupported,
    ApiNotInstalled,
    ClassNotFound,
    // ResolvedRefs
    ResolvedRefs,
    ServiceNotFound,
    PortNotFound,
    ContainerNotFound,
    DatabaseNotFound,
    DependencyCycle,
    GatewayNotFound,
    NotAuthorized,
    ProtocolNotSupported,
    // Programmed
    Programmed,
    Adopted,
    CredentialsLost,
    NotOwned,
    Rejected,
    Paused,
    Waiting,
    // Ready
    Ready,
    Pending,
    Progressing,
    Stopped,
    Unschedulable,
    VolumePending,
    VolumeLost,
    ImagePullFailed,
    CrashLoop,
    OutOfMemory,
    ConfigError,
    ProbeFailing,
    Evicted,
    QuotaExceeded,
    ProgressDeadlineExceeded,
    NotAccepted,
    AddressPending,
    NoEndpoints,
    MetricsUnavailable,
    ScalingDisabled,
    ScalingFailed,
    ScalingLimited,
    Retained,
    InternalError
}
