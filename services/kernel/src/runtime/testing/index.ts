export * from './throwaway-database.js';
